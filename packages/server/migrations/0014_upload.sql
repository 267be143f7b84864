-- Upload of cases to the level above.

SELECT 1;
