import type { ReactNode } from 'react';
import { nothingYet, type HandedInById } from '../counter/handed-in.ts';
import { PageUploads } from '../counter/PageUploads.tsx';
import type { ActSubject } from './act.ts';

interface AskedMaterialProps {
  readonly subject: ActSubject;
  readonly materialId: string;
  /** As the case names it; without it as the item does. */
  readonly name?: string;
  readonly materials: HandedInById;
  readonly onChange: (change: { readonly materials: HandedInById }) => void;
  /** What is said of it above its pages. */
  readonly children?: ReactNode;
}

/** One material that an act brings in. */
export function AskedMaterial(props: AskedMaterialProps) {
  const { subject, materialId, materials, onChange, children } = props;
  const definition = subject.item?.materials.find(({ id }) => id === materialId);
  const name = props.name ?? definition?.name ?? materialId;
  return (
    <section className="asked-material">
      <h4>{name}</h4>
      {children}
      <PageUploads
        itemCode={subject.view.itemCode}
        itemVersion={subject.view.itemVersion}
        name={name}
        definition={definition}
        materialId={materialId}
        value={materials[materialId] ?? nothingYet}
        onChange={(given) => onChange({ materials: { ...materials, [materialId]: given } })}
      />
    </section>
  );
}
