BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'knowledge.store','plans_versions_and_rows','2026-11-27 04:26:22.824867+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'scheduler.ledger','said_claims_told_and_parked','2026-11-27 04:26:43.444719+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'scheduler.ledger','refused','2026-11-27 04:26:43.491009+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'scheduler.ledger','perhaps','2026-11-27 04:26:43.498860+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'scheduler.units','links_and_aliases','2026-11-27 04:26:43.515970+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'scheduler.workdays','days','2026-11-27 04:26:43.539687+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'knowledge.progress','entries','2026-11-27 04:26:43.563879+00:00');
CREATE TABLE "aliases" (
   "id" INTEGER PRIMARY KEY,
   "key" TEXT,
   "office_key" TEXT,
   "unit" TEXT,
   "office" TEXT,
   "alias" TEXT
);
INSERT INTO "aliases" VALUES(1,'van phong so','','Văn phòng Sở','','VP Sở');
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
INSERT INTO "links" VALUES(1,'van phong so','so noi vu an binh','Văn phòng Sở','Sở Nội vụ tỉnh An Bình',-1001,0,'unit');
CREATE TABLE "parked" (
   "chat" INTEGER PRIMARY KEY,
   "reason" TEXT,
   "since" TEXT
);
CREATE TABLE "plans" (
   "id" INTEGER PRIMARY KEY,
   "stem" TEXT NOT NULL,
   "version" INTEGER
);
INSERT INTO "plans" VALUES(1,'ke-hoach-2027',1);
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
INSERT INTO "progress" VALUES(1,'2bhuivsrhl','report','2027-01-04T08:00:00+07:00','command line','in_progress','đang làm',NULL,NULL,NULL,NULL);
INSERT INTO "progress" VALUES(2,'kokmzjhxzt','report','2027-01-04T08:00:00+07:00','command line','done_on_time',NULL,'123/BC',NULL,NULL,NULL);
CREATE TABLE "refused" (
   "chat" INTEGER,
   "day" INTEGER,
   "reason" TEXT,
   PRIMARY KEY ("chat", "day")
);
CREATE TABLE "rows" (
   "version" INTEGER REFERENCES "versions"("id"),
   "part" TEXT,
   "position" INTEGER,
   "ref" TEXT,
   "record" TEXT,
   PRIMARY KEY ("version", "part", "position")
);
INSERT INTO "rows" VALUES(1,'task',0,'2bhuivsrhl','{"task":"Số hóa hồ sơ thủ tục hành chính","stt":"1","result":"Hồ sơ số","lead":["Văn phòng Sở"],"lead_raw":"Văn phòng Sở","coordinate":["Thanh tra Sở"],"coordinate_raw":"Thanh tra Sở","deadline":{"text":"Trước ngày 30/6/2027","kind":"date","due":["2027-06-30"]},"place":{"lines":[7,7]}}');
INSERT INTO "rows" VALUES(1,'task',1,'kokmzjhxzt','{"task":"Rà soát quy trình nội bộ","stt":"2","result":"Báo cáo","lead":["Thanh tra Sở"],"lead_raw":"Thanh tra Sở","coordinate":["Văn phòng Sở"],"coordinate_raw":"Văn phòng Sở","deadline":{"text":"Trước ngày 31/3/2027","kind":"date","due":["2027-03-31"]},"place":{"lines":[8,8]}}');
INSERT INTO "rows" VALUES(1,'passage',0,'h5mjg5o5wu','{"text":"Số: 12/KH-SNV","place":{"lines":[2,2]}}');
INSERT INTO "rows" VALUES(1,'passage',1,'ottghzwz62','{"text":"An Bình, ngày 15 tháng 12 năm 2026","place":{"lines":[3,3]}}');
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
CREATE TABLE "told" (
   "ref" TEXT,
   "chat" INTEGER,
   "dates" TEXT,
   "version" INTEGER,
   PRIMARY KEY ("ref", "chat")
);
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
INSERT INTO "versions" VALUES(1,1,1,'ke-hoach-2027.txt','documents/ke-hoach-2027/1.txt','54b50a663f4f81dfe7c5c607f873499d561b5cd1db735928d449097ef11b9806','2027-01-04T08:00:00+07:00','command line','{"number":"12/KH-SNV","symbol":"KH-SNV","issuer":"Sở Nội vụ tỉnh An Bình","place":"An Bình","issued":"2026-12-15","title":"Kế hoạch Cải cách hành chính năm 2027","years":[2027]}','[]','[]');
CREATE TABLE "workdays" (
   "day" TEXT PRIMARY KEY,
   "works" INTEGER,
   "note" TEXT,
   "who" TEXT,
   "at" TEXT
);
INSERT INTO "workdays" VALUES('2027-04-30',0,'','command line','2027-01-04T08:00:00+07:00');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE UNIQUE INDEX "idx_plans_stem"
    ON "plans" ("stem");
CREATE UNIQUE INDEX "idx_versions_plan_number"
    ON "versions" ("plan", "number");
CREATE INDEX "idx_said_chat_message"
    ON "said" ("chat", "message");
CREATE INDEX "idx_claims_claim"
    ON "claims" ("claim");
CREATE UNIQUE INDEX "idx_links_key_office_key_chat_thread_role"
    ON "links" ("key", "office_key", "chat", "thread", "role");
CREATE UNIQUE INDEX "idx_aliases_key_office_key"
    ON "aliases" ("key", "office_key");
CREATE INDEX "idx_progress_ref_id"
    ON "progress" ("ref", "id");
COMMIT;
