-- Reviews of services 好差评.

SELECT 1;
