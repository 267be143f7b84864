import { Button, type ButtonProps } from 'antd';
import { useRef } from 'react';

interface FileButtonProps extends Pick<ButtonProps, 'type' | 'size' | 'loading' | 'children'> {
  /** What the file is, for those who hear the page. */
  readonly label: string;
  readonly accept: string;
  readonly onChoose: (file: File) => void;
}

/** Chooses one file; the same file may be chosen again, for it may have been mended meanwhile. */
export function FileButton({ label, accept, onChoose, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        className="file-input"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) onChoose(file);
        }}
      />
      <Button {...button} onClick={() => input.current?.click()} />
    </>
  );
}
