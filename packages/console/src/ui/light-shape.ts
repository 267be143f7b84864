const shapes: Readonly<Record<string, string>> = {
  green: '●',
  yellow: '▲',
  red: '■',
  grey: '❚❚',
};

/** The shape that goes with a light's colour; a ring where no limit runs. */
export function lightShape(light: string): string {
  return shapes[light] ?? '○';
}
