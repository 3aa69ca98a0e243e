-- Which sealed summary a finished annual report drew on: a correction that is sealed later must not change a report that
-- somebody has finished. NULL for drafts, and where nothing was sealed.
ALTER TABLE annual_reports ADD COLUMN sealed TEXT;
