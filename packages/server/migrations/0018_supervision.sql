-- Supervision rules and their hits.

SELECT 1;
