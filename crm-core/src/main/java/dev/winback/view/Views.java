package dev.winback.view;

import dev.winback.shared.NotFound;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The views that a member keeps, and those that others share with him. */
@Service
@Transactional
public class Views {

  /** A place in the list, and what was typed into the search box, which may name a person. */
  private static final Set<String> LEFT_OUT = Set.of("after", "q", "view");

  private static final String OF = Sql.of(Views.class, "of.sql");

  private final SavedViewRepository views;
  private final JdbcClient jdbc;

  Views(SavedViewRepository views, JdbcClient jdbc) {
    this.views = views;
    this.jdbc = jdbc;
  }

  /** What is kept of a list's query: neither a place in it nor the words of the search box. */
  public static String kept(String query) {
    return Arrays.stream(query.replaceFirst("^\\?", "").split("&"))
        .filter(part -> !part.isEmpty() && !part.endsWith("="))
        .filter(part -> !LEFT_OUT.contains(part.split("=", 2)[0]))
        .collect(Collectors.joining("&"));
  }

  /** His own in his order, then the shared ones of others by name. */
  @Transactional(readOnly = true)
  public List<View> of(Actor actor) {
    actor.require(Permission.SEE_VIEWS);
    return rows(null, actor);
  }

  /** One that he keeps or sees; not found otherwise. */
  @Transactional(readOnly = true)
  public View one(long id, Actor actor) {
    actor.require(Permission.SEE_VIEWS);
    return rows(id, actor).stream().findFirst().orElseThrow(() -> new NotFound("view"));
  }

  private List<View> rows(@Nullable Long id, Actor actor) {
    return jdbc.sql(OF).param("member", actor.member()).param("id", id).query(View.class).list();
  }

  /** Keeps a list at the end of his views; the caller has read its query. */
  public long save(NewView entry, Actor actor) {
    actor.require(Permission.KEEP_VIEWS);
    int last =
        rows(null, actor).stream().filter(View::own).mapToInt(View::position).max().orElse(0);
    return views.saveAndFlush(new SavedView(entry, last + 1, actor)).id();
  }

  /** The same, refused when the view has changed since this version. */
  public void rename(long id, String name, boolean shared, @Nullable Long version, Actor actor) {
    var view = own(id, actor);
    view.requireVersion(version);
    view.rename(name, shared);
    views.saveAndFlush(view);
  }

  /** One place up or down in the member's order; at the end nothing happens. */
  public void move(long id, boolean up, Actor actor) {
    actor.require(Permission.KEEP_VIEWS);
    var mine = rows(null, actor).stream().filter(View::own).map(View::id).toList();
    int from = mine.indexOf(id);
    if (from < 0) {
      throw new NotFound("view");
    }
    int to = Math.max(0, Math.min(up ? from - 1 : from + 1, mine.size() - 1));
    var order = new ArrayList<>(mine);
    order.add(to, order.remove(from));
    for (int place = 0; place < order.size(); place++) {
      own(order.get(place), actor).moveTo(place + 1);
    }
  }

  /** Out of the list; {@link #restore} brings it back. */
  public void remove(long id, Actor actor) {
    var view = own(id, actor);
    view.remove();
    views.saveAndFlush(view);
  }

  public void restore(long id, Actor actor) {
    var view = own(id, actor);
    view.restore();
    views.saveAndFlush(view);
  }

  private SavedView own(long id, Actor actor) {
    actor.require(Permission.KEEP_VIEWS);
    return views
        .findById(id)
        .filter(view -> view.isOf(actor))
        .orElseThrow(() -> new NotFound("view"));
  }
}
