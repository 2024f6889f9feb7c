-- One row for each call of a program, by the unique index. The secret is compared in Java, in constant time.
select k.id, k.secret_hash, k.scopes, m.login,
       k.revoked_at is null and (k.expires_on is null or k.expires_on >= :today) and m.active as live
  from api_key k
  join member m on m.id = k.member_id
 where k.prefix = :prefix
