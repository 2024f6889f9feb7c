package dev.winback.campaign;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of campaigns. */
@Component
class CampaignStore {

  private static final String ADD = Sql.of(CampaignStore.class, "add.sql");
  private static final String CHANGE = Sql.of(CampaignStore.class, "change.sql");
  private static final String TEAM = Sql.of(CampaignStore.class, "team.sql");
  private static final String PUT = Sql.of(CampaignStore.class, "put.sql");
  private static final String DRAW = Sql.of(CampaignStore.class, "draw.sql");
  private static final String UNDRAW = Sql.of(CampaignStore.class, "undraw.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  CampaignStore(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  long add(CampaignEntry entry, Actor actor) {
    return filled(ADD, entry)
        .param("member", actor.member())
        .param("now", clock.utc())
        .query(Long.class)
        .single();
  }

  void change(long id, CampaignEntry entry, long version) {
    if (filled(CHANGE, entry).param("id", id).param("version", version).update() == 0) {
      throw new Refused("campaign.refused.changed");
    }
  }

  private JdbcClient.StatementSpec filled(String sql, CampaignEntry entry) {
    return jdbc.sql(sql)
        .param("title", entry.words())
        .param("lead", lead(entry.lead()))
        .param("post", entry.as())
        .param("starts", entry.from())
        .param("ends", entry.until())
        .param("offers", entry.offered())
        .param("most", entry.most())
        .param("budget", entry.money())
        .param("bonus", entry.share())
        .param("incentive", entry.promised())
        .param("control", entry.kept());
  }

  private long lead(@Nullable String login) {
    return jdbc.sql("select id from member where login = :login and active")
        .param("login", login == null ? "" : login.strip())
        .query(Long.class)
        .optional()
        .orElseThrow(() -> Refused.field("lead", "campaign.refused.lead"));
  }

  /** The team is exactly these; who cannot work on losses is refused. */
  void team(long id, List<String> logins) {
    int joined =
        jdbc.sql(TEAM)
            .param("id", id)
            .param("logins", logins.toArray(String[]::new))
            .query(Integer.class)
            .single();
    if (joined < logins.size()) {
      throw Refused.field("team", "campaign.refused.member");
    }
  }

  int put(long id, List<Long> lapses) {
    return jdbc.sql(PUT)
        .param("id", id)
        .param("lapses", lapses.toArray(Long[]::new))
        .param("now", clock.utc())
        .update();
  }

  /** Who is worked on and who is kept back, of those that nobody has drawn yet. */
  void draw(long id) {
    jdbc.sql(DRAW).param("campaign", id).param("day", clock.today()).update();
  }

  void undraw(long id) {
    jdbc.sql(UNDRAW).param("campaign", id).param("zone", clock.getZone().getId()).update();
  }

  /** Somebody was drawn, so that the share of those kept back is fixed. */
  boolean drawn(long id) {
    return count(
            "select count(*) from campaign_lapse where arm is not null and campaign_id = :id", id)
        > 0;
  }

  int control(long id) {
    return jdbc.sql("select control from campaign where id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  /** The loss, or what became part of it, is in one of the two groups of a comparison. */
  boolean compared(long id, long lapse) {
    return jdbc.sql(
            """
            select exists (select from campaign_lapse x
                             join campaign k on k.id = x.campaign_id and k.control > 0
                            where x.campaign_id = :id and x.lapse_id in (select parts_of(:lapse))
                              and x.arm in ('treated', 'control'))
            """)
        .param("id", id)
        .param("lapse", lapse)
        .query(Boolean.class)
        .single();
  }

  void take(long id, long lapse) {
    jdbc.sql(
            """
            delete from campaign_lapse
             where campaign_id = :id
               and lapse_id in (select parts_of(:lapse))
            """)
        .param("id", id)
        .param("lapse", lapse)
        .update();
  }

  /** Locked, so that of two steps at once the second sees the first. */
  CampaignState state(long id) {
    return jdbc.sql("select state from campaign where id = :id and removed_at is null for update")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(CampaignState::ofCode)
        .orElseThrow(() -> new NotFound("campaign"));
  }

  long losses(long id) {
    return count("select count(*) from campaign_lapse where campaign_id = :id", id);
  }

  long members(long id) {
    return count("select count(*) from campaign_member where campaign_id = :id", id);
  }

  private long count(String sql, long id) {
    return jdbc.sql(sql).param("id", id).query(Long.class).single();
  }

  void move(long id, CampaignState state) {
    jdbc.sql("update campaign set state = :state, version = version + 1 where id = :id")
        .param("state", state.code())
        .param("id", id)
        .update();
  }

  void remove(long id) {
    jdbc.sql("update campaign set removed_at = :now, version = version + 1 where id = :id")
        .param("now", clock.utc())
        .param("id", id)
        .update();
  }

  void restore(long id) {
    var back = "update campaign set removed_at = null, version = version + 1 where id = :id";
    if (jdbc.sql(back).param("id", id).update() == 0) {
      throw new NotFound("campaign");
    }
  }
}
