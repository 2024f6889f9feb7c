package dev.winback.staff;

import dev.winback.shared.Refused;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A person of the firm who uses the program. */
@Entity
class Member {

  private static final int USUAL_CAPACITY = 12;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private String login = "";
  private String name = "";
  private @Nullable String email;

  @Enumerated(EnumType.STRING)
  private Role role = Role.REP;

  private String passwordHash = "";
  private boolean active = true;
  private @Nullable String zone;

  @Enumerated(EnumType.STRING)
  private Seniority seniority = Seniority.SENIOR;

  private int capacity = USUAL_CAPACITY;
  private @Nullable String region;
  private @Nullable Long deputyId;
  private String theme = "auto";
  private String density = "comfortable";
  private boolean singleKeys = true;
  private boolean weeklyLetter = true;

  @Version private long version;

  protected Member() {}

  Member(String login, String name, @Nullable String email, Role role, String passwordHash) {
    this.login = login;
    this.name = name;
    this.email = email;
    this.role = role;
    this.passwordHash = passwordHash;
  }

  MemberId id() {
    return new MemberId(java.util.Objects.requireNonNull(id));
  }

  void changePassword(String hash) {
    passwordHash = hash;
  }

  void retire() {
    active = false;
  }

  void takeBack() {
    active = true;
  }

  void stand(Standing standing, @Nullable MemberId deputy) {
    if (deputy != null && deputy.equals(id())) {
      throw Refused.field("deputy", "team.refused.deputy-self");
    }
    seniority = standing.seniority();
    capacity = standing.capacity();
    region = standing.region();
    deputyId = deputy == null ? null : deputy.value();
  }

  void prefer(Preferences wanted) {
    theme = wanted.theme();
    density = wanted.density();
    singleKeys = wanted.singleKeys();
    zone = wanted.zone();
    if (role == Role.MANAGER) { // who does not get it leaves it as it is
      weeklyLetter = wanted.weeklyLetter();
    }
  }

  boolean active() {
    return active;
  }

  boolean takesCustomers() {
    return active && (role == Role.REP || role == Role.MANAGER);
  }

  MemberRow toRow() {
    return new MemberRow(
        id(), login, name, email, role, active, seniority, capacity, region, deputyId);
  }

  Login toLogin() {
    return new Login(login, passwordHash, active, role);
  }

  Actor toActor(ZoneId firmZone) {
    return new Actor(id(), login, name, role, zone == null ? firmZone : ZoneId.of(zone), null);
  }

  Preferences preferences() {
    return new Preferences(theme, density, singleKeys, weeklyLetter, zone);
  }
}
