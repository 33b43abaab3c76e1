-- What the application sends: Prisma's own statements, from both of its ways to write them. A line `--: n` says how often the one below is sent; # is the turn.
-- Order.findMany({ take, where: { couponCode } }): no index leads with the column.
--: 120
SELECT "public"."Order"."id", "public"."Order"."number", "public"."Order"."status"::text, "public"."Order"."total" FROM "public"."Order" WHERE "public"."Order"."couponCode" = 'coupon-#x' ORDER BY "public"."Order"."total" ASC LIMIT 20 OFFSET 0
-- Order.findMany({ take, where: { channel } }): half of the table each.
--: 120
SELECT "public"."Order"."id", "public"."Order"."number" FROM "public"."Order" WHERE "public"."Order"."channel" = 'web' LIMIT 5 OFFSET 0
-- Order.findMany({ take: 20, include: { lines: true } }), relationJoins: the lines have no index.
--: 30
SELECT "t0"."id", "t0"."number", "Order_lines"."__prisma_data__" AS "lines" FROM "public"."Order" AS "t0" LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), '[]') AS "__prisma_data__" FROM (SELECT "t2"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT('id', "t1"."id", 'product', "t1"."product") AS "__prisma_data__" FROM (SELECT "t1".* FROM "public"."OrderLine" AS "t1" WHERE "t0"."id" = "t1"."orderId") AS "t1") AS "t2") AS "t3") AS "Order_lines" ON TRUE WHERE "t0"."total" >= # LIMIT 25
-- Product.findMany(): all of it.
--: 5
SELECT "public"."Product"."id", "public"."Product"."sku", "public"."Product"."name" FROM "public"."Product" WHERE 1=1 OFFSET 0
-- and then for each product Review.findMany({ where: { productId } }).
--: 90
SELECT "public"."Review"."id", "public"."Review"."productId", "public"."Review"."rating" FROM "public"."Review" WHERE "public"."Review"."productId" = # OFFSET 0
-- Rating.findMany({ where: { productId } }): the page of one product.
--: 30
SELECT "public"."Rating"."id", "public"."Rating"."productId", "public"."Rating"."stars" FROM "public"."Rating" WHERE "public"."Rating"."productId" = # OFFSET 0
-- Forum.findMany() as often as the threads of one.
--: 40
SELECT "public"."Forum"."id", "public"."Forum"."name" FROM "public"."Forum" WHERE 1=1 OFFSET 0
--: 60
SELECT "public"."Thread"."id", "public"."Thread"."forumId", "public"."Thread"."title" FROM "public"."Thread" WHERE "public"."Thread"."forumId" = 3 OFFSET 0
-- Tag.findMany() and Category.findMany(): few rows.
--: 100
SELECT "public"."Tag"."id", "public"."Tag"."name" FROM "public"."Tag" WHERE 1=1 OFFSET 0
--: 200
SELECT "public"."Category"."id", "public"."Category"."name" FROM "public"."Category" WHERE 1=1 OFFSET 0
--: 60
SELECT "public"."Tag"."id", "public"."Tag"."name" FROM "public"."Tag" WHERE ("public"."Tag"."id" = 2 AND 1=1) LIMIT 1 OFFSET 0
-- Product.findMany({ where: { name: { contains, mode: 'insensitive' } } }).
--: 120
SELECT "public"."Product"."id", "public"."Product"."sku" FROM "public"."Product" WHERE "public"."Product"."name"::text ILIKE ('%' || 'part#' || '%') OFFSET 0
-- A loop of SearchLog.findUnique.
--: 1000
SELECT "public"."SearchLog"."id", "public"."SearchLog"."term" FROM "public"."SearchLog" WHERE ("public"."SearchLog"."id" = # AND 1=1) LIMIT 1 OFFSET 0
-- Customer.findMany({ include: { addresses: true } }), as it should be.
--: 20
SELECT "public"."Customer"."id", "public"."Customer"."email" FROM "public"."Customer" WHERE 1=1 ORDER BY "public"."Customer"."email" ASC LIMIT 20 OFFSET 0
--: 20
SELECT "public"."Address"."id", "public"."Address"."customerId" FROM "public"."Address" WHERE "public"."Address"."customerId" IN ('8e1bd0f0-1d9b-4d0c-a4f6-0d6d7e0a0a01','8e1bd0f0-1d9b-4d0c-a4f6-0d6d7e0a0a02') OFFSET 0
-- A loop of Refund.create.
--: 1200
INSERT INTO "public"."Refund" ("paymentId","reason") VALUES (#,'broken') RETURNING "public"."Refund"."id", "public"."Refund"."paymentId", "public"."Refund"."reason"
