import type { OfficeBody, OfficePreview } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { officeApi } from '../api/office.ts';

/** Long enough for a second touch, short enough to feel immediate. */
const PAUSE_MS = 200;

/** What would happen if it were sent now; follows the form a moment behind. */
export function usePreview(body: OfficeBody): {
  readonly preview: OfficePreview | undefined;
  /** The preview is of just this form. */
  readonly isCurrent: boolean;
} {
  const wanted = JSON.stringify(body);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  const found = useQuery({
    queryKey: ['office-preview', asked],
    queryFn: ({ signal }) => officeApi.preview(JSON.parse(asked) as OfficeBody, signal),
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
  return {
    preview: found.data,
    isCurrent: asked === wanted && found.isSuccess && !found.isPlaceholderData,
  };
}
