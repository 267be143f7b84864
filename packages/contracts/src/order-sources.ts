/**
 * 预警, 投诉, 领导批示, 抽查, 规则. By itself, for the console's first screen reads it: beside shapes
 * it brought their library along, a twentieth of what a browser reads before it shows anything.
 */
export const orderSources = ['warning', 'complaint', 'instruction', 'spot-check', 'rule'] as const;
