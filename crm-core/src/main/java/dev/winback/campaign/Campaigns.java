package dev.winback.campaign;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Campaigns (OPS-02): planned, filled with losses, begun and ended; each step can be taken back.
 */
@Service
@Transactional
public class Campaigns {

  /** Losses on one list. */
  public static final int MOST = 5_000;

  private final CampaignStore store;
  private final Audit audit;

  Campaigns(CampaignStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  /** A draft with these losses on its list; its number. */
  public long add(CampaignEntry entry, List<Long> lapses, Actor actor) {
    actor.require(Permission.RUN_CAMPAIGNS);
    long id = store.add(entry, actor);
    store.team(id, entry.members());
    store.put(id, few(lapses));
    note(actor, "added", id);
    return id;
  }

  /** Also while it runs: a period may be prolonged and somebody join the team. */
  public void change(long id, CampaignEntry entry, long version, Actor actor) {
    actor.require(Permission.RUN_CAMPAIGNS);
    requireNot(id, CampaignState.ENDED);
    requireShareStays(id, entry);
    store.change(id, entry, version);
    store.team(id, entry.members());
    note(actor, "changed", id);
  }

  /** A share that follows what is seen is no draw. */
  private void requireShareStays(long id, CampaignEntry entry) {
    if (entry.kept() != store.control(id) && store.drawn(id)) {
      throw Refused.field("control", "campaign.refused.drawn", store.control(id));
    }
  }

  /**
   * Puts losses on the list; those that are there already stay once. While the campaign runs they
   * are drawn at once.
   */
  public int put(long id, List<Long> lapses, Actor actor) {
    actor.require(Permission.RUN_CAMPAIGNS);
    requireNot(id, CampaignState.ENDED);
    int put = store.put(id, few(lapses));
    if (store.state(id) == CampaignState.RUNNING) {
      store.draw(id);
    }
    note(actor, "filled", id);
    return put;
  }

  /** Takes a loss off the list; one of a comparison stays, or the comparison would be chosen. */
  public void take(long id, long lapse, Actor actor) {
    actor.require(Permission.RUN_CAMPAIGNS);
    requireNot(id, CampaignState.ENDED);
    if (store.compared(id, lapse)) {
      throw new Refused("campaign.refused.compared");
    }
    store.take(id, lapse);
    note(actor, "taken", id);
  }

  /** From draft to running to ended, one step forth or back. */
  public void move(long id, CampaignState to, Actor actor) {
    actor.require(Permission.RUN_CAMPAIGNS);
    var from = store.state(id);
    if (from == to) {
      return;
    }
    if (Math.abs(from.ordinal() - to.ordinal()) != 1) {
      throw new Refused("campaign.refused.step");
    }
    if (to == CampaignState.RUNNING && from == CampaignState.DRAFT) {
      requireReady(id);
    }
    store.move(id, to);
    draw(id, from, to);
    note(actor, to.code(), id);
  }

  private void draw(long id, CampaignState from, CampaignState to) {
    if (to == CampaignState.RUNNING) {
      store.draw(id);
    } else if (to == CampaignState.DRAFT && from == CampaignState.RUNNING) {
      store.undraw(id);
    }
  }

  private void requireReady(long id) {
    if (store.losses(id) == 0) {
      throw new Refused("campaign.refused.empty");
    }
    if (store.members(id) == 0) {
      throw new Refused("campaign.refused.team");
    }
  }

  public void remove(long id, Actor actor) {
    actor.require(Permission.RUN_CAMPAIGNS);
    requireNot(id, CampaignState.RUNNING);
    store.remove(id);
    note(actor, "removed", id);
  }

  public void restore(long id, Actor actor) {
    actor.require(Permission.RUN_CAMPAIGNS);
    store.restore(id);
    note(actor, "restored", id);
  }

  private void requireNot(long id, CampaignState state) {
    if (store.state(id) == state) {
      throw new Refused("campaign.refused." + state.code());
    }
  }

  private static List<Long> few(List<Long> lapses) {
    if (lapses.size() > MOST) {
      throw new Refused("campaign.refused.many", MOST);
    }
    return lapses;
  }

  private void note(Actor actor, String what, long id) {
    audit.note(actor, "campaign." + what, "campaign", id, Map.of());
  }
}
