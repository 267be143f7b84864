import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin, record, redo, undo } from './history.ts';

describe('undo and redo', () => {
  it('takes back one edit and brings it again', () => {
    const typed = record(record(begin('a'), 'b'), 'c');
    expect(undo(typed).present).toBe('b');
    expect(redo(undo(typed)).present).toBe('c');
  });

  it('takes back letters typed in a row as one, and not what came before', () => {
    const typed = ['财', '财务', '财务科'].reduce(
      (history, text) => record(history, text, 'name of step1'),
      record(begin(''), '起名', 'other'),
    );
    expect(undo(typed).present).toBe('起名');
    expect(undo(undo(typed)).present).toBe('');
  });

  it('forgets what was undone as soon as something else is done', () => {
    const other = record(undo(record(begin(1), 2)), 3);
    expect(redo(other)).toBe(other);
  });

  it('does nothing where there is nothing to take back', () => {
    const fresh = begin(1);
    expect(undo(fresh)).toBe(fresh);
    expect(record(fresh, 1)).toBe(fresh);
  });

  it('brings everything back: as many redos as undos', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 30 }), fc.nat(40), (values, times) => {
        const history = values.reduce((past, value) => record(past, value), begin(-1));
        let back = history;
        let done = 0;
        while (done < times && back.past.length > 0) {
          back = undo(back);
          done += 1;
        }
        for (; done > 0; done -= 1) back = redo(back);
        expect(back.present).toBe(history.present);
      }),
      { seed: 20_261_122 },
    );
  });
});
