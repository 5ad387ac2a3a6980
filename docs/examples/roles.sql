-- Three roles and a database on a PostgreSQL 15–18 of your own. Once, as its superuser, with three passwords of yours:
--   sudo -u postgres psql -v migrator="'…'" -v app="'…'" -v reader="'…'" -f roles.sql
-- The program never signs in as a superuser: balairung_migrator owns the tables (DATABASE_URL), balairung_app serves
-- people (BALAIRUNG_APP_URL), balairung_reader reads figures (BALAIRUNG_READER_URL).
\set ON_ERROR_STOP on
create role balairung_migrator login password :migrator nosuperuser nocreatedb nocreaterole nobypassrls;
create role balairung_app login password :app nosuperuser nocreatedb nocreaterole nobypassrls;
create role balairung_reader login password :reader nosuperuser nocreatedb nocreaterole nobypassrls;
create database balairung owner balairung_migrator template template0 encoding 'UTF8' locale 'C.UTF-8';
revoke all on database balairung from public;
grant connect on database balairung to balairung_app, balairung_reader;
