import type { UploadOverview } from '@yichuang/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { uploadApi } from '../api/upload.ts';

const KEY = ['upload'];

/** More often while something is on its way: whoever has pressed a button waits for it. */
function waitMs(view: UploadOverview | undefined): number {
  const isMoving = view?.state === 'standing' || (view?.behindCases ?? 0) > 0;
  return isMoving ? 2_000 : 10_000;
}

export function useUpload() {
  return useQuery({
    queryKey: KEY,
    queryFn: uploadApi.overview,
    refetchInterval: ({ state }) => waitMs(state.data),
  });
}

export function useUploadDay(day: string) {
  return useQuery({ queryKey: [...KEY, day], queryFn: () => uploadApi.day(day) });
}

/** After an act all that is shown of the upload is asked for again. */
export function useUploadAct<A, R>(act: (wish: A) => Promise<R>, onDone: (result: R) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (result) => {
      onDone(result);
      await queries.invalidateQueries({ queryKey: KEY });
    },
  });
}
