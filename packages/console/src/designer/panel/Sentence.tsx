import { Fragment, type ReactNode } from 'react';

interface SentenceProps {
  /** A text with `{slot}` where a control stands: word order is each language's own. */
  readonly text: string;
  readonly slots: Readonly<Record<string, ReactNode>>;
}

/** A sentence in which some words can be changed. */
export function Sentence({ text, slots }: SentenceProps) {
  const parts = text.split(/\{(\w+)\}/);
  return (
    <p className="sentence">
      {parts.map((part, at) => (
        // Odd parts are names of slots; their place in the sentence is their identity.
        <Fragment key={`${at} ${part}`}>{at % 2 === 1 ? slots[part] : part}</Fragment>
      ))}
    </p>
  );
}
