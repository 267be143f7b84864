-- The trial county.

SELECT 1;
