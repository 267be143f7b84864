-- The journal: what happens outside cases, hash-chained like events.

SELECT 1;
