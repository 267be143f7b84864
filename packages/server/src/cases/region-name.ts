import { officeEndings } from './region-name.messages.ts';

interface Named {
  readonly name: string;
  readonly parentId?: string;
}

/**
 * The place that an organisation of the division tree stands for, without the county before it and
 * the office after it: people live in a town, not in its government.
 */
export function regionName(org: Named, orgs: ReadonlyMap<string, Named>): string {
  const ending = officeEndings.find((each) => org.name.endsWith(each));
  const place = ending === undefined ? org.name : org.name.slice(0, -ending.length);
  const parent = org.parentId === undefined ? undefined : orgs.get(org.parentId);
  // A village keeps its town: there are several of one name.
  if (parent === undefined || parent.parentId !== undefined) return place;
  const county = regionName(parent, orgs);
  return place.startsWith(county) && place !== county ? place.slice(county.length) : place;
}

/** By id; an id that the directory does not know stands for itself. */
export function regionNameAt(id: string, orgs: ReadonlyMap<string, Named>): string {
  const org = orgs.get(id);
  return org === undefined ? id : regionName(org, orgs);
}
