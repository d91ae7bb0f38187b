package by.pobach.desk;

import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.visits.Visit;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a member of the staff may see and do at the desk. Coordinators and directors run it; whoever receives a visit sees the
 * own week and says who came; everyone else reads when and where, and not who.
 */
record DeskRights(StaffMember who) {

    /** May put in, move and cancel visits, answer tasks, note absences, and see names and contacts. */
    public boolean runsDesk() {
        return who.is(Role.COORDINATOR) || who.is(Role.DIRECTOR);
    }

    /** The visits one receives or interprets, and everything for those who run the desk. */
    boolean mayOpen(Visit visit) {
        return runsDesk() || isOwn(visit) || who.id().equals(visit.interpreter());
    }

    /** Phone and e-mail are for those who have to tell somebody something. */
    public boolean seesContacts() {
        return runsDesk();
    }

    /** Came, late, did not come; not before the day itself. */
    boolean mayMark(Visit visit, LocalDate dayOfVisit, LocalDate today) {
        boolean happens = visit.state() != Visit.State.CANCELLED && visit.state() != Visit.State.LAPSED;
        return happens && !dayOfVisit.isAfter(today) && (runsDesk() || isOwn(visit));
    }

    /** The week of a person, room or device. */
    boolean mayReadWeekOf(UUID resource) {
        return runsDesk() || who.id().equals(resource);
    }

    private boolean isOwn(Visit visit) {
        return who.id().equals(visit.specialist());
    }
}
