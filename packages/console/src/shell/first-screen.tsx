import { createRoot } from 'react-dom/client';
import { Console } from './Console.tsx';
import '../console.css';
import '../desk.css';
import '../office.css';
import '../letters.css';
import '../trial/trial-band.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<Console />);
