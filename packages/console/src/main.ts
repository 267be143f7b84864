/**
 * Asks for everything at once: the page of the address, and the program that shows it. Who is
 * logged in is asked for by index.html. One after another, these waits were most of a cold start.
 */
import { loadPageAt } from './shell/pages.ts';

loadPageAt(window.location.pathname);
void import('./shell/first-screen.tsx');
