import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

const { reader, holder, colleague } = examples;

describe('sending a case to be read', () => {
  it('asks for somebody; words may be left out', () => {
    expect(problemsOf(toForm())).toEqual({ to: { key: 'act.personMissing' } });
    expect(problemsOf({ ...toForm(), to: [colleague] })).toEqual({});
  });

  it('is a copy to read, or goes round for opinions', () => {
    const to = [colleague];
    expectCommand(toCommand({ to, note: ' 请阅 ', isForOpinion: true }, holder), {
      type: 'CopyCase',
      to,
      note: '请阅',
      isForOpinion: true,
    });
  });

  it('passes on what one was given to read, unless one handles the case', () => {
    const values = { ...toForm(), to: [colleague] };
    expect(toCommand(values, reader)).toMatchObject({ fromReading: 'r1' });
    expect(toCommand(values, holder)).not.toHaveProperty('fromReading');
  });
});
