/** Materials by their packages, in the order in which each first occurs; '' for those in none. */
export function byPackage<M extends { readonly package?: string | undefined }>(
  materials: readonly M[],
): readonly { readonly name: string; readonly materials: readonly M[] }[] {
  const names = [...new Set(materials.map((material) => material.package ?? ''))];
  return names.map((name) => ({
    name,
    materials: materials.filter((material) => (material.package ?? '') === name),
  }));
}
