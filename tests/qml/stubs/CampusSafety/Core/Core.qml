import QtQml

QtObject {
    enum Stage { Starting, Enrol, SignIn, Ready, Failed }
    enum Role { BureauAdmin = 1, SafetyOfficer, TownOfficer, Principal, SchoolSafety, Expert, Leader }
    enum SyncState { LocalOnly, Delivered, Verified, Rejected }
    enum HazardState { Draft, Registered, Assigned, Rectifying, Submitted, Closed, Merged, Void }
    enum Level { General = 1, Major }
    enum Outcome { Open, Pass, Fail, NotApplicable }
    enum Response { PassFailNa = 1, Number, DateNotExpired, DateWithin, CountOfTotal, Choice }
    enum AssetKind { School = 1, Bus, Canteen, Building, FloodPoint }
    enum ItemFix { None, Drafted, FixedOnSpot, StillOpen }
    enum Act { Receive = 4, Progress, Prepare, Confirm, Pass, Return, AskExtension, Reopen = 20, Note = 23 }
    enum HazardFilter { Open, Overdue, AwaitingReview, ToSign, ToRectify, All, ToReview }
}
