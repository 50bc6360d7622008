LiveRows {
    roleList: ["actText", "actorName", "roleText", "timeText", "text", "photos", "pending"]
}
