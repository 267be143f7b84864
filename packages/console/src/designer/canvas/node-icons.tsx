import ApartmentOutlined from '@ant-design/icons/es/icons/ApartmentOutlined';
import AuditOutlined from '@ant-design/icons/es/icons/AuditOutlined';
import BranchesOutlined from '@ant-design/icons/es/icons/BranchesOutlined';
import ClockCircleOutlined from '@ant-design/icons/es/icons/ClockCircleOutlined';
import DollarOutlined from '@ant-design/icons/es/icons/DollarOutlined';
import FileTextOutlined from '@ant-design/icons/es/icons/FileTextOutlined';
import FormOutlined from '@ant-design/icons/es/icons/FormOutlined';
import PartitionOutlined from '@ant-design/icons/es/icons/PartitionOutlined';
import SafetyCertificateOutlined from '@ant-design/icons/es/icons/SafetyCertificateOutlined';
import SendOutlined from '@ant-design/icons/es/icons/SendOutlined';
import SolutionOutlined from '@ant-design/icons/es/icons/SolutionOutlined';
import UserOutlined from '@ant-design/icons/es/icons/UserOutlined';
import type { FlowNode } from '@yichuang/kernel/flow';
import type { ReactNode } from 'react';
import type { NodeChoice } from '../model/new-node.ts';

/** People's steps, forks and the system's own acts are told apart by tone and by picture. */
export type Tone = 'person' | 'fork' | 'system';

export const choiceIcons: Readonly<Record<NodeChoice, ReactNode>> = {
  approve: <AuditOutlined />,
  handle: <SolutionOutlined />,
  choice: <BranchesOutlined />,
  parallel: <PartitionOutlined />,
  subcases: <ApartmentOutlined />,
  copy: <SendOutlined />,
  fee: <DollarOutlined />,
  document: <FileTextOutlined />,
  certificate: <SafetyCertificateOutlined />,
  wait: <ClockCircleOutlined />,
};

export function choiceOfNode(node: FlowNode): NodeChoice | undefined {
  switch (node.kind) {
    case 'step':
      return node.duty === 'task' ? 'handle' : node.duty === 'filing' ? undefined : 'approve';
    case 'automatic':
      return automaticChoices[node.does.action];
    case 'sequence':
      return undefined;
    case 'choice':
    case 'parallel':
    case 'subcases':
    case 'wait':
      return node.kind;
  }
}

const automaticChoices = {
  'assess-fee': 'fee',
  'issue-document': 'document',
  'issue-certificate': 'certificate',
  copy: 'copy',
} as const;

export function iconOf(node: FlowNode): ReactNode {
  if (node.kind === 'step' && node.duty === 'filing') return <FormOutlined />;
  const choice = choiceOfNode(node);
  return choice === undefined ? <UserOutlined /> : choiceIcons[choice];
}

export function toneOf(node: FlowNode): Tone {
  if (node.kind === 'step') return 'person';
  return node.kind === 'choice' || node.kind === 'parallel' || node.kind === 'subcases'
    ? 'fork'
    : 'system';
}
