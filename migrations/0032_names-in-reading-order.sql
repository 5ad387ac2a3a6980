-- agencies: lists of names stand in the order in which people read: Bank, BPJS, BRI.
alter table agency alter column short_name type text collate "id-x-icu";
