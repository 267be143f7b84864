import type { zhStatistics } from './zh-statistics.ts';

/** The county's figures, in English. */
export const enStatistics: Readonly<Record<keyof typeof zhStatistics, string>> = {
  'statistics.title': 'Service figures',
  'statistics.lead':
    'All counted from the records of cases; nobody typed them. Each says how it is counted.',
  'statistics.period': '{from} to {until}',
  'statistics.name': 'Figure',
  'statistics.value': 'Value',
  'statistics.base': 'Counted over',
  'statistics.formula': 'How it is counted',
  'statistics.group.time': 'How quickly',
  'statistics.group.ease': 'How easily',
  'statistics.group.care': 'How carefully',
  'statistics.group.voice': 'What people say',
  'statistics.link': 'All figures and how they are counted',
};
