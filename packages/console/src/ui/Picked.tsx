import { Button } from 'antd';
import type { ReactNode } from 'react';

interface PickedProps {
  readonly label: string;
  readonly name: string;
  /** What the button that takes the choice back says. */
  readonly change: string;
  readonly onChange: () => void;
  readonly children?: ReactNode;
}

/** What was picked stands where it was searched for, and can be given up again. */
export function Picked({ label, name, change, onChange, children }: PickedProps) {
  return (
    <div className="field picked">
      <div className="field-label">{label}</div>
      <strong>{name}</strong> {children}
      <Button type="link" size="small" onClick={onChange}>
        {change}
      </Button>
    </div>
  );
}
