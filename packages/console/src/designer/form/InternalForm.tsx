import type { ItemDefinition } from '@yichuang/kernel';
import type { FormData } from '@yichuang/kernel/form';
import { useState } from 'react';
import { OfficeFields } from '../../start/OfficeFields.tsx';
import { useToday } from '../use-today.ts';

const nothing = () => undefined;

/** A colleague's form, drawn as when it is started; it can be typed into, and sends nothing. */
export function InternalForm({ item }: { readonly item: ItemDefinition }) {
  const [data, setData] = useState<FormData>({});
  const today = useToday();
  const fields = Object.entries(item.form?.schema.properties ?? {});
  const phrases = Object.fromEntries(
    fields.map(([name, schema]) => [name, [...(schema['x-phrases'] ?? [])]]),
  );
  return (
    <OfficeFields
      start={{ phrases, units: {}, today }}
      // Pages are handed in when it is filed, not while it is being drawn.
      item={{ ...item, materials: [] }}
      data={data}
      materials={[]}
      preview={undefined}
      showsProblems={false}
      onChange={setData}
      onMaterials={nothing}
    />
  );
}
