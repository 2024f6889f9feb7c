package dev.winback.category;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The settings of categories: what they are and were, and what others would do. */
@Service
@Transactional
public class CategoryRules {

  private final SettingStore settings;
  private final LimitStore limits;
  private final VipStore vips;
  private final MarkStore marks;
  private final Categories categories;
  private final BusinessClock clock;
  private final Audit audit;
  private final String currency;

  CategoryRules(
      SettingStore settings,
      LimitStore limits,
      VipStore vips,
      MarkStore marks,
      Categories categories,
      BusinessClock clock,
      Audit audit,
      Settings firm) {
    this.settings = settings;
    this.limits = limits;
    this.vips = vips;
    this.marks = marks;
    this.categories = categories;
    this.clock = clock;
    this.audit = audit;
    currency = firm.currency().getCurrencyCode();
  }

  /** What holds from the next night on, and if nobody changed it since the last one, now. */
  @Transactional(readOnly = true)
  public SettingChange settings() {
    return settings.newest();
  }

  /** Those that held in a night. */
  @Transactional(readOnly = true)
  public CategorySettings setting(int id) {
    return settings.of(id);
  }

  /** The last changes, the newest first. */
  @Transactional(readOnly = true)
  public List<SettingChange> history(int limit) {
    return settings.newest(limit);
  }

  /** Holds from the next night on; the same settings again are no change. */
  public void change(CategorySettings wanted, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    var checked = wanted.checked();
    if (!checked.equals(settings.newest().settings().checked())) {
      int id = settings.add(checked, actor.member());
      audit.note(actor, "category.settings", "category_setting", id, Map.of());
    }
  }

  /**
   * How many customers these settings would move, as of the last night; reads every purchase and
   * writes nothing.
   */
  @Transactional(propagation = Propagation.NEVER)
  public Preview preview(CategorySettings wanted, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    var checked = wanted.checked();
    var day = limits.shown().map(CategoryLimits::day).orElseGet(clock::today);
    var ranking = categories.collect(day);
    var known = marks.of(null);
    var now = judge(ranking, settings.newest().settings(), known);
    return Previewing.of(ranking, now, judge(ranking, checked, known));
  }

  private Judge judge(Ranking ranking, CategorySettings by, Marks known) {
    var history = vips.history(ranking.day(), by, null);
    return new Judge(Cutting.of(ranking, by, history), history, known, currency);
  }
}
