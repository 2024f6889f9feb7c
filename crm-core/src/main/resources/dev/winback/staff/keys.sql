-- The list of keys: of one member, or of all when :member is null. A key dies with its member, whatever it says itself.
select k.id, k.name, k.prefix, k.scopes, m.login, m.name as member, k.created_at, k.last_used_at, k.expires_on, k.revoked_at,
       case when k.revoked_at is not null then 'revoked'
            when k.expires_on < :today then 'expired'
            when not m.active then 'retired'
            else 'live' end as state
  from api_key k
  join member m on m.id = k.member_id
 where :member::bigint is null or k.member_id = :member
 order by k.id desc
