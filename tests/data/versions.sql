-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'knowledge.store','plans_versions_and_rows','2027-01-04T08:00:00+07:00');
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.ledger','said_claims_told_and_parked','2027-01-04T08:00:00+07:00');
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.ledger','refused','2027-01-04T08:00:00+07:00');
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.ledger','perhaps','2027-01-04T08:00:00+07:00');
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.units','links_and_aliases','2027-01-04T08:00:00+07:00');
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.workdays','days','2027-01-04T08:00:00+07:00');
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'knowledge.progress','entries','2027-01-04T08:00:00+07:00');
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "aliases" (
   "id" INTEGER PRIMARY KEY,
   "key" TEXT,
   "office_key" TEXT,
   "unit" TEXT,
   "office" TEXT,
   "alias" TEXT
);
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "aliases" VALUES(1,'van phong so','','Văn phòng Sở','','VP Sở');
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "claims" (
   "ref" TEXT,
   "due" INTEGER,
   "track" TEXT,
   "chat" INTEGER,
   "rank" INTEGER,
   "claim" TEXT,
   "until" REAL,
   PRIMARY KEY ("ref", "due", "track", "chat", "rank")
);
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "links" (
   "id" INTEGER PRIMARY KEY,
   "key" TEXT,
   "office_key" TEXT,
   "unit" TEXT,
   "office" TEXT,
   "chat" INTEGER,
   "thread" INTEGER,
   "role" TEXT
);
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "links" VALUES(1,'van phong so','so noi vu an binh','Văn phòng Sở','Sở Nội vụ tỉnh An Bình',-1001,0,'unit');
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "parked" (
   "chat" INTEGER PRIMARY KEY,
   "reason" TEXT,
   "since" TEXT
);
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "plans" (
   "id" INTEGER PRIMARY KEY,
   "stem" TEXT NOT NULL,
   "version" INTEGER
);
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "plans" VALUES(1,'ke-hoach-2027',1);
-- versions: cfef785
CREATE TABLE "progress" (
   "id" INTEGER PRIMARY KEY,
   "ref" TEXT NOT NULL,
   "act" TEXT NOT NULL,
   "at" TEXT NOT NULL,
   "who" TEXT,
   "state" TEXT,
   "note" TEXT,
   "proof" TEXT,
   "day" TEXT,
   "undone_at" TEXT,
   "undone_by" TEXT
);
-- versions: cfef785
INSERT INTO "progress" VALUES(1,'2bhuivsrhl','report','2027-01-04T08:00:00+07:00','command line','in_progress','đang làm',NULL,NULL,NULL,NULL);
-- versions: cfef785
INSERT INTO "progress" VALUES(2,'kokmzjhxzt','report','2027-01-04T08:00:00+07:00','command line','done_on_time',NULL,'123/BC',NULL,NULL,NULL);
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "refused" (
   "chat" INTEGER,
   "day" INTEGER,
   "reason" TEXT,
   PRIMARY KEY ("chat", "day")
);
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "rows" (
   "version" INTEGER REFERENCES "versions"("id"),
   "part" TEXT,
   "position" INTEGER,
   "ref" TEXT,
   "record" TEXT,
   PRIMARY KEY ("version", "part", "position")
);
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "rows" VALUES(1,'task',0,'2bhuivsrhl','{"task":"Số hóa hồ sơ thủ tục hành chính","stt":"1","result":"Hồ sơ số","lead":["Văn phòng Sở"],"lead_raw":"Văn phòng Sở","coordinate":["Thanh tra Sở"],"coordinate_raw":"Thanh tra Sở","deadline":{"text":"Trước ngày 30/6/2027","kind":"date","due":["2027-06-30"]},"place":{"lines":[7,7]}}');
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "rows" VALUES(1,'task',1,'kokmzjhxzt','{"task":"Rà soát quy trình nội bộ","stt":"2","result":"Báo cáo","lead":["Thanh tra Sở"],"lead_raw":"Thanh tra Sở","coordinate":["Văn phòng Sở"],"coordinate_raw":"Văn phòng Sở","deadline":{"text":"Trước ngày 31/3/2027","kind":"date","due":["2027-03-31"]},"place":{"lines":[8,8]}}');
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "rows" VALUES(1,'passage',0,'h5mjg5o5wu','{"text":"Số: 12/KH-SNV","place":{"lines":[2,2]}}');
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "rows" VALUES(1,'passage',1,'ottghzwz62','{"text":"An Bình, ngày 15 tháng 12 năm 2026","place":{"lines":[3,3]}}');
-- versions: cfef785 54ea909 aeadabe 1ff4c54
CREATE TABLE "said" (
   "ref" TEXT,
   "due" INTEGER,
   "track" TEXT,
   "chat" INTEGER,
   "rank" INTEGER,
   "stage" TEXT,
   "kind" TEXT,
   "unit" TEXT,
   "at" TEXT,
   "late" INTEGER,
   "skipped" TEXT,
   "message" INTEGER, "doubt" TEXT,
   PRIMARY KEY ("ref", "due", "track", "chat", "rank")
);
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "told" (
   "ref" TEXT,
   "chat" INTEGER,
   "dates" TEXT,
   "version" INTEGER,
   PRIMARY KEY ("ref", "chat")
);
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "versions" (
   "id" INTEGER PRIMARY KEY,
   "plan" INTEGER REFERENCES "plans"("id"),
   "number" INTEGER,
   "source" TEXT,
   "file" TEXT,
   "sha256" TEXT,
   "added" TEXT,
   "by" TEXT,
   "heading" TEXT,
   "glossary" TEXT,
   "doubts" TEXT
);
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "versions" VALUES(1,1,1,'ke-hoach-2027.txt','documents/ke-hoach-2027/1.txt','54b50a663f4f81dfe7c5c607f873499d561b5cd1db735928d449097ef11b9806','2027-01-04T08:00:00+07:00','command line','{"number":"12/KH-SNV","symbol":"KH-SNV","issuer":"Sở Nội vụ tỉnh An Bình","place":"An Bình","issued":"2026-12-15","title":"Kế hoạch Cải cách hành chính năm 2027","years":[2027]}','[]','[]');
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "workdays" (
   "day" TEXT PRIMARY KEY,
   "works" INTEGER,
   "note" TEXT,
   "who" TEXT,
   "at" TEXT
);
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "workdays" VALUES('2027-04-30',0,'','command line','2027-01-04T08:00:00+07:00');
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE UNIQUE INDEX "idx_plans_stem"
    ON "plans" ("stem");
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE UNIQUE INDEX "idx_versions_plan_number"
    ON "versions" ("plan", "number");
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE INDEX "idx_said_chat_message"
    ON "said" ("chat", "message");
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE INDEX "idx_claims_claim"
    ON "claims" ("claim");
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE UNIQUE INDEX "idx_links_key_office_key_chat_thread_role"
    ON "links" ("key", "office_key", "chat", "thread", "role");
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE UNIQUE INDEX "idx_aliases_key_office_key"
    ON "aliases" ("key", "office_key");
-- versions: cfef785 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE INDEX "idx_progress_ref_id"
    ON "progress" ("ref", "id");
-- versions: 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'knowledge.progress','date_that_an_extension_is_asked_for','2027-01-04T08:00:00+07:00');
-- versions: 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c
CREATE TABLE "progress" (
   "id" INTEGER PRIMARY KEY,
   "ref" TEXT NOT NULL,
   "act" TEXT NOT NULL,
   "at" TEXT NOT NULL,
   "who" TEXT,
   "state" TEXT,
   "note" TEXT,
   "proof" TEXT,
   "day" TEXT,
   "undone_at" TEXT,
   "undone_by" TEXT
, "for_day" TEXT);
-- versions: 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c
INSERT INTO "progress" VALUES(1,'2bhuivsrhl','report','2027-01-04T08:00:00+07:00','command line','in_progress','đang làm',NULL,NULL,NULL,NULL,NULL);
-- versions: 54ea909 aeadabe 1ff4c54 f3a2333 816fe7c
INSERT INTO "progress" VALUES(2,'kokmzjhxzt','report','2027-01-04T08:00:00+07:00','command line','done_on_time',NULL,'123/BC',NULL,NULL,NULL,NULL);
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.people','people_and_groups','2027-01-04T08:00:00+07:00');
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.people','invitations_requests_and_log','2027-01-04T08:00:00+07:00');
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "audit" (
   "id" INTEGER PRIMARY KEY,
   "at" TEXT,
   "who" TEXT,
   "what" TEXT
);
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "audit" VALUES(1,'2027-01-04T08:00:00+07:00','units link','nhóm -1001: cho vào');
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "audit" VALUES(2,'2027-01-04T08:00:00+07:00','command line','người 7: cho vào, lãnh đạo');
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "groups" (
   "id" INTEGER PRIMARY KEY,
   "added_by" TEXT,
   "added_at" TEXT,
   "removed_by" TEXT,
   "removed_at" TEXT
);
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "groups" VALUES(-1001,'config.toml access.groups','2027-01-04T08:00:00+07:00','','');
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "invitations" (
   "hash" TEXT PRIMARY KEY,
   "role" TEXT,
   "unit" TEXT,
   "by" TEXT,
   "at" TEXT,
   "until" TEXT,
   "used_by" INTEGER,
   "used_at" TEXT
);
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "people" (
   "id" INTEGER PRIMARY KEY,
   "role" TEXT,
   "unit" TEXT,
   "added_by" TEXT,
   "added_at" TEXT,
   "removed_by" TEXT,
   "removed_at" TEXT
);
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "people" VALUES(5,'viewer','','config.toml access.users','2027-01-04T08:00:00+07:00','','');
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "people" VALUES(7,'leader','','command line','2027-01-04T08:00:00+07:00','','');
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "people" VALUES(9,'admin','','config.toml access.admins','2027-01-04T08:00:00+07:00','','');
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "requests" (
   "id" INTEGER PRIMARY KEY,
   "name" TEXT,
   "at" TEXT,
   "decided_by" TEXT,
   "decided_at" TEXT
);
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "taken_over" (
   "key" TEXT,
   "id" INTEGER,
   PRIMARY KEY ("key", "id")
);
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "taken_over" VALUES('admins',9);
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "taken_over" VALUES('groups',-1001);
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "taken_over" VALUES('users',5);
-- versions: aeadabe 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "taken_over" VALUES('links',0);
-- versions: 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.updates','updates','2027-01-04T08:00:00+07:00');
-- versions: 1ff4c54 f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "updates" (
   "id" INTEGER PRIMARY KEY,
   "at" TEXT,
   "digest" TEXT,
   "content" TEXT,
   "tries" INTEGER,
   "finished" INTEGER
);
-- versions: f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.ledger','numbers','2027-01-04T08:00:00+07:00');
-- versions: f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "said" (
   "ref" TEXT,
   "due" INTEGER,
   "track" TEXT,
   "chat" INTEGER,
   "rank" INTEGER,
   "stage" TEXT,
   "kind" TEXT,
   "unit" TEXT,
   "at" TEXT,
   "late" INTEGER,
   "skipped" TEXT,
   "message" INTEGER, "doubt" TEXT, "number" INTEGER, "left" INTEGER,
   PRIMARY KEY ("ref", "due", "track", "chat", "rank")
);
-- versions: f3a2333 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE INDEX "idx_said_ref"
    ON "said" ("ref");
-- versions: 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.people','names_of_people','2027-01-04T08:00:00+07:00');
-- versions: 816fe7c 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "names" (
   "id" INTEGER PRIMARY KEY,
   "name" TEXT
);
-- versions: 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'knowledge.progress','files_that_show_it','2027-01-04T08:00:00+07:00');
-- versions: 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "progress" (
   "id" INTEGER PRIMARY KEY,
   "ref" TEXT NOT NULL,
   "act" TEXT NOT NULL,
   "at" TEXT NOT NULL,
   "who" TEXT,
   "state" TEXT,
   "note" TEXT,
   "proof" TEXT,
   "day" TEXT,
   "undone_at" TEXT,
   "undone_by" TEXT
, "for_day" TEXT, "file" TEXT, "file_kind" TEXT, "file_name" TEXT);
-- versions: 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "progress" VALUES(1,'2bhuivsrhl','report','2027-01-04T08:00:00+07:00','command line','in_progress','đang làm',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
-- versions: 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "progress" VALUES(2,'kokmzjhxzt','report','2027-01-04T08:00:00+07:00','command line','done_on_time',NULL,'123/BC',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
-- versions: 9a5825c 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536
INSERT INTO "versions" VALUES(1,1,1,'ke-hoach-2027.txt','documents/ke-hoach-2027/1.txt','54b50a663f4f81dfe7c5c607f873499d561b5cd1db735928d449097ef11b9806','2027-01-04T08:00:00+07:00','command line','{"number":"12/KH-SNV","symbol":"KH-SNV","issuer":"Sở Nội vụ tỉnh An Bình","place":"An Bình","issued":"2026-12-15","title":"Kế hoạch Cải cách hành chính năm 2027 STT 1 2 Nhiệm vụ Số hóa hồ sơ thủ tục hành chính Rà soát quy trình nội bộ Sản phẩm Hồ sơ số Báo cáo Đơn vị chủ trì Văn phòng Sở Thanh tra Sở Đơn vị phối hợp Thanh tra Sở Văn phòng Sở Thời gian hoàn thành Trước ngày 30/6/2027 Trước ngày 31/3/2027","years":[2027]}','[]','[]');
-- versions: 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.wishes','wishes_and_quiet','2027-01-04T08:00:00+07:00');
-- versions: 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "quiet" (
   "user" INTEGER PRIMARY KEY,
   "until" TEXT
);
-- versions: 9e09001 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "wishes" (
   "user" INTEGER,
   "ref" TEXT,
   "before" INTEGER,
   "at" TEXT,
   PRIMARY KEY ("user", "ref", "before")
);
-- versions: 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.shown','shown','2027-01-04T08:00:00+07:00');
-- versions: 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9
CREATE TABLE "shown" (
   "chat" INTEGER,
   "message" INTEGER,
   "at" TEXT,
   "refs" TEXT,
   PRIMARY KEY ("chat", "message")
);
-- versions: 882bf42 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE INDEX "idx_shown_at"
    ON "shown" ("at");
-- versions: 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.asked','questions_and_copies','2027-01-04T08:00:00+07:00');
-- versions: 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.lessons','lessons','2027-01-04T08:00:00+07:00');
-- versions: 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "asked" (
   "name" TEXT PRIMARY KEY,
   "at" TEXT,
   "user" INTEGER,
   "who" TEXT,
   "chat" INTEGER,
   "thread" INTEGER,
   "message" INTEGER,
   "text" TEXT,
   "intent" TEXT,
   "outcome" TEXT,
   "refs" TEXT,
   "said" TEXT,
   "helpful" INTEGER,
   "marked_by" TEXT,
   "handed_at" TEXT,
   "handed_by" TEXT,
   "reply" TEXT,
   "replied_by" TEXT,
   "replied_at" TEXT,
   "closed_by" TEXT,
   "closed_at" TEXT
);
-- versions: 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "handed" (
   "name" TEXT,
   "chat" INTEGER,
   "message" INTEGER,
   PRIMARY KEY ("chat", "message")
);
-- versions: 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "lessons" (
   "id" INTEGER PRIMARY KEY,
   "kind" TEXT,
   "said" TEXT,
   "meant" TEXT,
   "question" TEXT,
   "by" TEXT,
   "at" TEXT,
   "undone_by" TEXT,
   "undone_at" TEXT
);
-- versions: 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE INDEX "idx_asked_at"
    ON "asked" ("at");
-- versions: 20e96e2 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE INDEX "idx_asked_user"
    ON "asked" ("user");
-- versions: 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.counters','counters_and_marks','2027-01-04T08:00:00+07:00');
-- versions: 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.counters','troubles','2027-01-04T08:00:00+07:00');
-- versions: 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.broadcasts','broadcasts_and_their_chats','2027-01-04T08:00:00+07:00');
-- versions: 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "broadcast_chats" (
   "broadcast" INTEGER,
   "chat" INTEGER,
   "thread" INTEGER,
   "outcome" TEXT,
   PRIMARY KEY ("broadcast", "chat", "thread")
);
-- versions: 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "broadcasts" (
   "id" INTEGER PRIMARY KEY,
   "by" INTEGER,
   "at" TEXT,
   "text" TEXT,
   "state" TEXT,
   "message" INTEGER
);
-- versions: 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "counters" (
   "day" TEXT,
   "name" TEXT,
   "label" TEXT,
   "count" INTEGER,
   "seconds" REAL,
   PRIMARY KEY ("day", "name", "label")
);
-- versions: 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "marks" (
   "name" TEXT PRIMARY KEY,
   "at" TEXT,
   "well" INTEGER,
   "words" TEXT,
   "number" INTEGER
);
-- versions: 8bb0ddd 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "troubles" (
   "name" TEXT PRIMARY KEY,
   "since" TEXT
);
-- versions: 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.handed','documents_and_notices','2027-01-04T08:00:00+07:00');
-- versions: 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4
CREATE TABLE "documents_handed_in" (
   "id" TEXT PRIMARY KEY,
   "chat" INTEGER,
   "source" INTEGER,
   "message" INTEGER,
   "shown" INTEGER,
   "by" TEXT,
   "at" TEXT,
   "called" TEXT,
   "file" TEXT,
   "stem" TEXT,
   "decided" TEXT,
   "decided_at" TEXT
);
-- versions: 05cee07 a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4
CREATE TABLE "plan_notices" (
   "id" INTEGER PRIMARY KEY,
   "chat" INTEGER,
   "thread" INTEGER,
   "text" TEXT,
   "at" TEXT
);
-- versions: a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.units','members_of_collective_names','2027-01-04T08:00:00+07:00');
-- versions: a4977a9 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "members" (
   "key" TEXT,
   "name" TEXT,
   "unit" TEXT,
   "at" INTEGER,
   PRIMARY KEY ("key", "at")
);
-- versions: 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.shown','opened_rows','2027-01-04T08:00:00+07:00');
-- versions: 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "shown" (
   "chat" INTEGER,
   "message" INTEGER,
   "at" TEXT,
   "refs" TEXT, "opened" TEXT NOT NULL DEFAULT '',
   PRIMARY KEY ("chat", "message")
);
-- versions: 4e70f9a af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE INDEX shown_opened on shown (refs) where opened <> '';
-- versions: af47536 ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.owed','owed','2027-01-04T08:00:00+07:00');
-- versions: af47536
CREATE TABLE "owed" (
   "id" INTEGER PRIMARY KEY,
   "at" TEXT,
   "chat" INTEGER,
   "thread" INTEGER,
   "user" INTEGER,
   "message" INTEGER,
   "asked" TEXT,
   "html" TEXT,
   "keyboard" TEXT,
   "claimed" INTEGER
);
-- versions: ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.owed','standing','2027-01-04T08:00:00+07:00');
-- versions: ec6cbb2 30dedd2 bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "owed" (
   "id" INTEGER PRIMARY KEY,
   "at" TEXT,
   "chat" INTEGER,
   "thread" INTEGER,
   "user" INTEGER,
   "message" INTEGER,
   "asked" TEXT,
   "html" TEXT,
   "keyboard" TEXT,
   "claimed" INTEGER
, "standing" TEXT NOT NULL DEFAULT '');
-- versions: ec6cbb2
INSERT INTO "versions" VALUES(1,1,1,'ke-hoach-2027.txt','documents/ke-hoach-2027/1.txt','54b50a663f4f81dfe7c5c607f873499d561b5cd1db735928d449097ef11b9806','2027-01-04T08:00:00+07:00','command line','{"number":"12/KH-SNV","symbol":"KH-SNV","issuer":"Sở Nội vụ tỉnh An Bình","place":"An Bình","issued":"2026-12-15","title":"Kế hoạch Cải cách hành chính năm 2027 STT 1 2 Nhiệm vụ Số hóa hồ sơ thủ tục hành chính Rà soát quy trình nội bộ Sản phẩm Hồ sơ số Báo cáo Đơn vị chủ trì Văn phòng Sở Thanh tra Sở Đơn vị phối hợp Thanh tra Sở Văn phòng Sở Thời gian hoàn thành","years":[2027]}','[]','[]');
-- versions: bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'knowledge.progress','stale','2027-01-04T08:00:00+07:00');
-- versions: bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "stale" (
   "ref" TEXT PRIMARY KEY,
   "times" INTEGER,
   "at" TEXT
);
-- versions: bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "stale" VALUES('2bhuivsrhl',1,'2027-01-04T08:00:00+07:00');
-- versions: bfabdb4 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "stale" VALUES('kokmzjhxzt',1,'2027-01-04T08:00:00+07:00');
-- versions: 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.handed','under_way','2027-01-04T08:00:00+07:00');
-- versions: 7effaba 697a851 3da7935
CREATE TABLE "documents_handed_in" (
   "id" TEXT PRIMARY KEY,
   "chat" INTEGER,
   "source" INTEGER,
   "message" INTEGER,
   "shown" INTEGER,
   "by" TEXT,
   "at" TEXT,
   "called" TEXT,
   "file" TEXT,
   "stem" TEXT,
   "decided" TEXT,
   "decided_at" TEXT
, "storing" INTEGER NOT NULL DEFAULT 0);
-- versions: 7effaba 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "plan_notices" (
   "id" INTEGER PRIMARY KEY,
   "chat" INTEGER,
   "thread" INTEGER,
   "text" TEXT,
   "at" TEXT
, "claimed" INTEGER NOT NULL DEFAULT 0);
-- versions: 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.ledger','queue','2027-01-04T08:00:00+07:00');
-- versions: 697a851 3da7935 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "queue" (
   "chat" INTEGER PRIMARY KEY,
   "claim" TEXT,
   "until" REAL
);
-- versions: 5c5d85f 708fa8d 4fa7840 bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.handed','agreed','2027-01-04T08:00:00+07:00');
-- versions: 5c5d85f 708fa8d 4fa7840 bc49df1
CREATE TABLE "documents_handed_in" (
   "id" TEXT PRIMARY KEY,
   "chat" INTEGER,
   "source" INTEGER,
   "message" INTEGER,
   "shown" INTEGER,
   "by" TEXT,
   "at" TEXT,
   "called" TEXT,
   "file" TEXT,
   "stem" TEXT,
   "decided" TEXT,
   "decided_at" TEXT
, "storing" INTEGER NOT NULL DEFAULT 0, "agreed" TEXT NOT NULL DEFAULT '');
-- versions: bc49df1
INSERT INTO "_sqlite_migrations" VALUES(NULL,'scheduler.people','groups_that_moved','2027-01-04T08:00:00+07:00');
-- versions: bc49df1
CREATE TABLE "moves" (
   "old" INTEGER PRIMARY KEY,
   "new" INTEGER
);
