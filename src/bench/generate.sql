-- The data set of the measurements, in the schema "bench": :customers customers of whom 10 % never bought, 10.5 purchases a
-- customer over :years years, 1.5 requests and 1.5 contacts a customer, 80 % of them within 14 days of a purchase.
--
-- A customer buys at his own rate, Gamma(1/2); after each purchase he leaves with his own probability, Beta(1/2, 3); his
-- intervals are Erlang-1 (60 %) or Erlang-4 (40 %); what he spends is log-normal around a level of his own.
-- PostgreSQL has none of these distributions, and each follows from uniforms and normals:
--   Gamma(1/2)   = N^2 / 2
--   Beta(1/2, 3) = X / (X + Y) with X = N^2 / 2 and Y = -ln(U1 U2 U3)
--   Erlang-k     = -ln(U1 ... Uk) / (k rate), so that the mean does not depend on k
--
-- Every number is a hash of who and which draw: the same seed gives the same rows, whatever plan the server chooses.
drop schema if exists bench cascade;
create schema bench;

create function bench.u(who bigint, draw bigint) returns float8 immutable strict parallel safe language sql
  return ((hashint8extended(who, 20260601 * 4294967296 + draw) & 9007199254740991)::float8 + 0.5) / 9007199254740992.0;

-- takes two draws
create function bench.normal(who bigint, draw bigint) returns float8 immutable strict parallel safe language sql
  return sqrt(-2 * ln(bench.u(who, draw))) * cos(2 * pi() * bench.u(who, draw + 1));

create table bench.customer as
select id, 'K' || lpad(id::text, 7, '0') as ref, bench.u(id, 1) >= 0.1 as buys,
       :rate / 365.25 * bench.normal(id, 2) ^ 2 / 2 as rate,
       case when bench.u(id, 4) < 0.6 then 1 else 4 end as erlang,
       x / (x + y) as leaves,
       bench.u(id, 5) * :years * 365.25 as joined,
       exp(3.3 + 0.7 * bench.normal(id, 6)) as spends,
       (array['Anna', 'Berit', 'Carl', 'Dora', 'Emil', 'Frida', 'Gustav', 'Hanna'])[1 + (id % 8)::int] as first_name,
       (array['Berg', 'Lind', 'Thun', 'Vogt', 'Maas', 'Roth', 'Kern'])[1 + (id % 7)::int] || id % 9973 as last_name
from generate_series(1, :customers::bigint) as id,
     lateral (select bench.normal(id, 10) ^ 2 / 2 as x, -ln(bench.u(id, 12) * bench.u(id, 13) * bench.u(id, 14)) as y) as beta;

-- How many purchases until he leaves is geometric; what lies far beyond the window is not drawn at all.
create table bench.purchase as
with buyer as (
  select id, rate, erlang, joined, spends,
         least(ceil(ln(bench.u(id, 20)) / ln(1 - least(leaves, 0.999999))),
               20 + rate * left_days + 8 * sqrt(rate * left_days))::int as purchases
  from bench.customer, lateral (select :years * 365.25 - joined as left_days) as remaining
  where buys
),
drawn as (
  select id, n, spends,
         joined + sum(case when n = 1 then 0
                           when erlang = 1 then -ln(bench.u(id, 1000 + n * 8)) / rate
                           else -ln(bench.u(id, 1000 + n * 8) * bench.u(id, 1001 + n * 8)
                                    * bench.u(id, 1002 + n * 8) * bench.u(id, 1003 + n * 8)) / (4 * rate)
                      end) over (partition by id order by n) as day
  from buyer, generate_series(1, greatest(purchases, 1)) as n
)
select row_number() over (order by day, id, n) as number, id as customer_id,
       date_trunc('second', :begins::timestamptz + day * interval '1 day') as purchased_at,
       round((spends * exp(0.5 * bench.normal(id, 1004 + n * 8)))::numeric, 2) as amount
from drawn
where day < :years * 365.25;

-- Where a purchase is near, its customer is meant; the rest falls on anybody at any time.
create function bench.near(size bigint, salt bigint) returns table (customer_id bigint, at timestamptz) language sql as $$
  select coalesce(p.customer_id, 1 + (bench.u(n, salt + 1) * :customers::bigint)::bigint % :customers::bigint),
         date_trunc('second', least(:begins::timestamptz + :years * 365.25 * interval '1 day',
           coalesce(p.purchased_at + (bench.u(n, salt + 2) * 28 - 14) * interval '1 day',
                    :begins::timestamptz + bench.u(n, salt + 2) * :years * 365.25 * interval '1 day')))
  from generate_series(1, size) as n
  left join (select count(*) as purchases from bench.purchase) as c on bench.u(n, salt) < 0.8
  left join bench.purchase p on p.number = 1 + floor(bench.u(n, salt + 3) * c.purchases)
$$;
create table bench.request as
select row_number() over () as number, customer_id, at as requested_at,
       (array['price', 'stock', 'delivery'])[1 + floor(bench.u(row_number() over (), 50) * 3)::int] as kind
from bench.near(:customers::bigint * 3 / 2, 100);
create table bench.contact as
select row_number() over () as number, customer_id, at as contacted_at,
       (array['phone', 'email', 'visit'])[1 + floor(bench.u(row_number() over (), 60) * 3)::int] as channel
from bench.near(:customers::bigint * 3 / 2, 200);
create index on bench.purchase (customer_id, purchased_at);
analyze bench.customer, bench.purchase, bench.request, bench.contact;
