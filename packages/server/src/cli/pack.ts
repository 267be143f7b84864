import { checkPack, describePackProblem } from '../catalogue/index.ts';
import { CommandError } from './command-error.ts';

/** `pack check DIR`: every problem with file, line and element; 1 when there is any. */
export async function packCommand(
  [verb, directory]: readonly string[],
  print: (line: string) => void,
): Promise<number> {
  if (verb !== 'check' || directory === undefined) {
    throw new CommandError('yichuang pack check DIR');
  }
  const problems = await checkPack(directory);
  for (const problem of problems) print(describePackProblem(problem, 'en'));
  if (problems.length === 0) print('ok');
  return problems.length === 0 ? 0 : 1;
}
