-- Lights of all open cases, for the board.

SELECT 1;
