export { applicantCaseRoutes, type ApplicantRoutesOptions } from './applicant-routes.ts';
export { staffCaseRoutes, type StaffRoutesOptions } from './staff-routes.ts';
