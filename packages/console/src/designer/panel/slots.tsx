/** The changeable words of a sentence. Each has a label of its own for those who hear the page. */
import { Select } from 'antd';
import { useState } from 'react';
import { useWorkbench } from '../workbench-context.ts';
import { postOptions } from './post-options.ts';

interface SelectSlotProps<T extends string> {
  readonly label: string;
  readonly value: T | '';
  readonly options: readonly { readonly value: T; readonly title: string }[];
  /** Shown while nothing is chosen. */
  readonly placeholder?: string;
  readonly onChange: (value: T) => void;
}

export function SelectSlot<T extends string>(props: SelectSlotProps<T>) {
  const { label, value, options, placeholder, onChange } = props;
  return (
    <select
      className={value === '' ? 'slot slot-empty' : 'slot'}
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {placeholder === undefined && value !== '' ? null : (
        <option value="" disabled>
          {placeholder}
        </option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </select>
  );
}

interface NumberSlotProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** Whole numbers within bounds. What is being typed may be empty or too much for a moment. */
export function NumberSlot({ label, value, min, max, onChange }: NumberSlotProps) {
  const [typed, setTyped] = useState<string>();
  const isAllowed = (n: number) => Number.isInteger(n) && n >= min && n <= max;
  return (
    <input
      type="number"
      className="slot slot-number"
      aria-label={label}
      value={typed ?? value}
      min={min}
      max={max}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = event.target.valueAsNumber;
        if (isAllowed(next)) onChange(next);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

interface PostsSlotProps {
  readonly label: string;
  readonly posts: readonly string[];
  readonly onChange: (posts: readonly string[]) => void;
}

/** Posts, found by a few characters of their name, their unit or who holds them. */
export function PostsSlot({ label, posts, onChange }: PostsSlotProps) {
  const { view, design, words } = useWorkbench();
  return (
    <Select
      mode="multiple"
      className="slot-posts"
      aria-label={label}
      placeholder={words.t('designer.choosePosts')}
      value={[...posts]}
      options={postOptions(view.posts, design.item, posts, words)}
      optionFilterProp="search"
      onChange={(chosen: string[]) => onChange(chosen)}
      popupMatchSelectWidth={360}
    />
  );
}

/** One post. */
export function PostSlot({
  label,
  post,
  onChange,
}: {
  readonly label: string;
  readonly post: string;
  readonly onChange: (post: string) => void;
}) {
  const { view, design, words } = useWorkbench();
  const chosen = post === '' ? [] : [post];
  return (
    <Select
      showSearch
      className="slot-posts"
      aria-label={label}
      placeholder={words.t('designer.choosePosts')}
      value={post === '' ? null : post}
      options={postOptions(view.posts, design.item, chosen, words)}
      optionFilterProp="search"
      onChange={(next: string | null) => onChange(next ?? '')}
      popupMatchSelectWidth={360}
    />
  );
}
