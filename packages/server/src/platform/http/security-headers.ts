import type { PagePolicy } from './app-types.ts';

/**
 * Scripts and styles come from files of this site only, so nothing that a person typed can become
 * code. `console`: Ant Design writes its styles into the page (styles, not scripts, so 'unsafe-
 * inline' is allowed for them there and nowhere else) and shows PDFs in a frame. `file`: what a
 * person uploaded is opened in a sandbox without scripts, forms or an origin. `pdf`: the same
 * without the sandbox, in which browsers' PDF viewers do not open.
 */
const policies: Readonly<Record<PagePolicy, Readonly<Record<string, string>>>> = {
  strict: {
    'default-src': "'self'",
    'img-src': "'self' data: blob:",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  },
  console: {
    'default-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'frame-src': "'self' blob:",
    'worker-src': "'self' blob:",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  },
  file: {
    'default-src': "'none'",
    'style-src': "'unsafe-inline'",
    'img-src': "'self' data:",
    'frame-ancestors': "'self'",
    sandbox: '',
  },
  pdf: {
    'default-src': "'none'",
    'object-src': "'self'",
    'style-src': "'unsafe-inline'",
    'frame-ancestors': "'self'",
  },
};

function policyText(page: PagePolicy): string {
  return Object.entries(policies[page])
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');
}

function headersOf(page: PagePolicy): Readonly<Record<string, string>> {
  return {
    'content-security-policy': policyText(page),
    'x-content-type-options': 'nosniff',
    'x-frame-options': page === 'file' || page === 'pdf' ? 'SAMEORIGIN' : 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'geolocation=(), microphone=(), payment=(), usb=()',
  };
}

/** Headers of every answer, by the kind of page. */
export const securityHeaders: Readonly<Record<PagePolicy, Readonly<Record<string, string>>>> = {
  strict: headersOf('strict'),
  console: headersOf('console'),
  file: headersOf('file'),
  pdf: headersOf('pdf'),
};
