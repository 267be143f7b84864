/** The name and telephone under one's answers, kept by this browser: always the same. */
interface Officer {
  readonly officerName: string;
  readonly officerPhone: string;
}

const KEY = 'yichuang.officer';

/** Only of the person who is logged in: colleagues use the same machine. */
export function ownOfficer(name: string): Officer {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (isOfficer(stored) && stored.officerName === name) return stored;
  } catch {
    // What somebody else wrote there is no officer of ours.
  }
  return { officerName: name, officerPhone: '' };
}

export function rememberOfficer({ officerName, officerPhone }: Officer): void {
  if (officerName === '' || officerPhone === '') return;
  localStorage.setItem(KEY, JSON.stringify({ officerName, officerPhone }));
}

function isOfficer(value: unknown): value is Officer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'officerName' in value &&
    typeof value.officerName === 'string' &&
    'officerPhone' in value &&
    typeof value.officerPhone === 'string'
  );
}
