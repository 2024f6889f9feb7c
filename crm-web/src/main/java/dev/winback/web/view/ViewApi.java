package dev.winback.web.view;

import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.view.NewView;
import dev.winback.view.View;
import dev.winback.view.Views;
import dev.winback.web.api.IfMatch;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Saved views, for scripts. */
@RestController
@RequestMapping("/api/v1/views")
class ViewApi {

  private final Views views;
  private final ViewCounts counts;

  ViewApi(Views views, ViewCounts counts) {
    this.views = views;
    this.counts = counts;
  }

  record ViewRequest(
      @Nullable String name,
      @Nullable String path,
      @Nullable String query,
      @Nullable Boolean shared) {

    NewView entry() {
      return new NewView(text(name), text(path), text(query), isShared());
    }

    boolean isShared() {
      return Boolean.TRUE.equals(shared);
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value.strip();
    }
  }

  /** {@code count} ends at a thousand; null when the list refuses the filter. */
  record ViewJson(
      String id,
      String name,
      String path,
      String query,
      boolean shared,
      boolean own,
      @Nullable String owner,
      @Nullable Integer count) {}

  @GetMapping
  List<ViewJson> all(Actor actor) {
    return views.of(actor).stream().map(view -> json(view, actor)).toList();
  }

  private ViewJson json(View view, Actor actor) {
    return new ViewJson(
        Long.toString(view.id()),
        view.name(),
        view.path(),
        view.query(),
        view.shared(),
        view.own(),
        view.owner(),
        counts.of(view, actor));
  }

  @PostMapping
  ResponseEntity<ViewJson> save(@RequestBody ViewRequest request, Actor actor) {
    actor.require(Permission.KEEP_VIEWS);
    var entry = request.entry();
    counts.count(entry.path(), entry.query(), actor);
    long id = views.save(entry, actor);
    return ResponseEntity.created(URI.create("/api/v1/views/" + id)).body(one(id, actor).getBody());
  }

  @GetMapping("/{id}")
  ResponseEntity<ViewJson> one(@PathVariable long id, Actor actor) {
    var view = views.one(id, actor);
    return ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(json(view, actor));
  }

  /** Name and sharing; another filter is another view. */
  @PutMapping("/{id}")
  ResponseEntity<ViewJson> rename(
      @PathVariable long id,
      @RequestBody ViewRequest request,
      @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
      Actor actor) {
    views.rename(id, request.entry().name(), request.isShared(), IfMatch.version(tag), actor);
    return one(id, actor);
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> remove(@PathVariable long id, Actor actor) {
    views.remove(id, actor);
    return ResponseEntity.noContent().build();
  }
}
