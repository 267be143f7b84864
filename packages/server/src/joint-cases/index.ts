export { followJoint } from './follow-joint.ts';
export { JOINT_RULE, type JointDeps } from './joint-deps.ts';
