export { checkCertificate, type CertificateDeps } from './check-certificate.ts';
export { certificateRefusals } from './refusals.ts';
export { registerCertificateRoutes, type CertificateRouteDeps } from './routes.ts';
