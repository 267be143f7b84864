-- Indicators and assessments.

SELECT 1;
