package dev.winback.customer;

import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Customers who may have come in twice; a person decides. */
@Service
@Transactional
public class Duplicates {

  private static final String GROUPS = Sql.of(Duplicates.class, "duplicates.sql");
  private static final List<String> KINDS = List.of("email", "phone", "name");
  private static final String RESTORE =
      """
      with gone as (delete from not_duplicate where kind = :kind and mark = :mark returning members)
      select unnest(members) from gone
      """;
  private static final String NOT = Sql.of(Duplicates.class, "not-duplicates.sql");

  private final JdbcClient jdbc;
  private final DuplicateGroups groups;
  private final Audit audit;

  Duplicates(JdbcClient jdbc, DuplicateGroups groups, Audit audit) {
    this.jdbc = jdbc;
    this.groups = groups;
    this.audit = audit;
  }

  /** All groups as the customers are now, as the night sees to it; how many were different. */
  @Transactional(propagation = Propagation.NEVER)
  public long groupAll() {
    return groups.groupAll();
  }

  /** How many groups there are. */
  @Transactional(readOnly = true)
  public long count(Actor actor) {
    actor.require(Permission.SEE_DUPLICATES);
    return jdbc.sql("select count(*) from duplicate_group").query(Long.class).single();
  }

  /** Those nobody has decided about, by what they share. */
  @Transactional(readOnly = true)
  public Paged<DuplicateGroup> page(@Nullable String after, int limit, Actor actor) {
    actor.require(Permission.SEE_DUPLICATES);
    var cursor = Cursor.decode(after, 2);
    var groups = new LinkedHashMap<String, DuplicateGroup>();
    jdbc.sql(GROUPS)
        .param("kind", cursor == null ? null : cursor.values().get(0))
        .param("mark", cursor == null ? null : cursor.values().get(1))
        .param("limit", limit == Integer.MAX_VALUE ? limit : limit + 1)
        .query((org.springframework.jdbc.core.RowCallbackHandler) row -> add(row, groups));
    return Paged.of(
        List.copyOf(groups.values()), limit, group -> Cursor.encode(group.kind(), group.mark()));
  }

  private static void add(ResultSet row, Map<String, DuplicateGroup> groups) throws SQLException {
    var group =
        new DuplicateGroup(
            row.getString("kind"),
            row.getString("key"),
            row.getString("mark"),
            row.getInt("size"),
            row.getBoolean("alike"),
            new ArrayList<>());
    groups.putIfAbsent(group.kind() + group.mark(), group);
    java.util.Objects.requireNonNull(groups.get(group.kind() + group.mark()))
        .members()
        .add(
            new DuplicateGroup.Member(
                row.getString("ref"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("city")));
  }

  /** They are different people: remembered until somebody joins them. */
  public void clear(String kind, String mark, Actor actor) {
    actor.require(Permission.MERGE_CUSTOMERS);
    if (!KINDS.contains(kind)) {
      throw new NotFound("group");
    }
    groups.lock();
    int known =
        jdbc.sql(NOT)
            .param("kind", kind)
            .param("mark", mark)
            .param("member", actor.member())
            .update();
    if (known == 0) {
      throw new NotFound("group");
    }
    audit.note(actor, "customer.not-duplicates", "customer", 0, Map.of("kind", kind));
  }

  /** That was a slip: they are listed again, if they still share it. Twice is once. */
  public void restore(String kind, String mark, Actor actor) {
    actor.require(Permission.MERGE_CUSTOMERS);
    groups.lock();
    var members =
        jdbc.sql(RESTORE).param("kind", kind).param("mark", mark).query(Long.class).list();
    if (!members.isEmpty()) {
      groups.regroup(members);
      audit.note(actor, "customer.duplicates", "customer", 0, Map.of("kind", kind));
    }
  }
}
